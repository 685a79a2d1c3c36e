# Reference values of base R (4.2 and later): Rscript test/unit/statistics/reference.R > test/unit/statistics/referenceR.json
# The packages qicharts2 and NHSRplotthedots are not needed: their rules are written out from their documentation.
set.seed(20261124, kind = "Mersenne-Twister")
num <- function(x) paste0("[", paste(formatC(x, digits = 17, format = "g"), collapse = ","), "]")
one <- function(x) formatC(x, digits = 17, format = "g")
obj <- function(...) { a <- list(...); paste0("{", paste0('"', names(a), '":', unlist(a), collapse = ","), "}") }

samples <- lapply(c(6, 12, 20), function(n) list(b = round(rlnorm(n, 1, 0.8), 6), a = round(rlnorm(n + 3, 0.5, 0.8), 6)))
compared <- sapply(samples, function(s) {
  w <- wilcox.test(s$a, s$b, conf.int = TRUE, exact = TRUE)
  t <- t.test(s$a, s$b)
  obj(before = num(s$b), after = num(s$a), u = one(w$statistic), exactP = one(w$p.value), estimate = one(w$estimate),
      low = one(w$conf.int[1]), high = one(w$conf.int[2]),
      t = one(t$statistic), df = one(t$parameter), welchP = one(t$p.value), welchLow = one(t$conf.int[1]), welchHigh = one(t$conf.int[2]))
})
counts <- list(c(496, 575, 805, 859), c(3, 40, 12, 55), c(1, 30, 0, 25))
shares <- sapply(counts, function(x) {
  q <- suppressWarnings(prop.test(c(x[3], x[1]), c(x[4], x[2]), correct = FALSE))
  w <- suppressWarnings(prop.test(x[1], x[2], correct = FALSE))
  obj(counts = num(x), chisq = one(q$statistic), p = one(q$p.value), low = one(w$conf.int[1]), high = one(w$conf.int[2]))
})
n <- 10:60
limits <- obj(n = num(n), longestRun = num(round(log2(n)) + 3), crossings = num(qbinom(0.05, n - 1, 0.5)))

segmented <- sapply(c(8, 12, 24), function(k) {
  time <- (-k):(k - 1); after <- as.numeric(time >= 0)
  y <- round(10 - 0.1 * time - 2 * after + 0.2 * time * after + rnorm(2 * k), 6)
  m <- summary(lm(y ~ time + after + I(time * after)))$coefficients
  ci <- confint(lm(y ~ time + after + I(time * after)))
  obj(values = num(y), level = num(c(m[3, 1], ci[3, ], m[3, 3:4])), slope = num(c(m[4, 1], ci[4, ], m[4, 3:4])))
})
pearson <- sapply(1:3, function(i) {
  size <- c(80, 120, 90, 200, 150, 60); x <- rbinom(6, size, plogis(rnorm(6, 1, 0.4))); y <- rbinom(6, size, plogis(rnorm(6, 1.4, 0.4)))
  side <- rep(0:1, each = 6)
  g <- glm(cbind(c(x, y), c(size - x, size - y)) ~ side, family = quasibinomial)
  obj(size = num(size), before = num(x), after = num(y), dispersion = one(summary(g)$dispersion))
})
primes <- sapply(1:2, function(i) {
  size <- round(runif(24, 200, 900)); x <- rbinom(24, size, plogis(rnorm(24, 1, 0.2)))
  p <- sum(x) / sum(size); s <- sqrt(p * (1 - p) / size); z <- (x / size - p) / s; sigmaZ <- mean(abs(diff(z))) / 1.128
  obj(size = num(size), x = num(x), centre = one(p), lower = num(p - 3 * s * sigmaZ), upper = num(p + 3 * s * sigmaZ))
})
list_ <- function(x) paste0("[", paste(x, collapse = ","), "]")
cat(obj(compared = list_(compared), shares = list_(shares), limits = limits, segmented = list_(segmented),
        dispersion = list_(pearson), primes = list_(primes)), "\n")
