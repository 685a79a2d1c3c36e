/** The same table by pandas: arguments are the file and the time zone; prints seconds, peak memory and the table as JSON. */
export const PANDAS = `
import json, resource, sys, time
import pandas as pd
began = time.perf_counter()
d = pd.read_csv(sys.argv[1])
received = pd.to_datetime(d.received, utc=True, format="ISO8601")
decided = pd.to_datetime(d.decided, utc=True, format="ISO8601")
days = (decided - received).dt.total_seconds() / 86400
month = received.dt.tz_convert(sys.argv[2]).dt.tz_localize(None).dt.to_period("M")
g = days.groupby(month)
table = zip(g.size(), g.median(), g.quantile(0.9), (days <= 15).groupby(month).mean())
months = [[float(v) for v in row] for row in table]
seconds = time.perf_counter() - began
print(json.dumps({"seconds": seconds, "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "months": months}))
`;
