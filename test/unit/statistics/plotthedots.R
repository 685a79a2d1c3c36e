# Points that the R package NHSRplotthedots flags (MIT; its own functions are run, from a checkout of its source):
# Rscript test/unit/statistics/plotthedots.R <checkout> > test/unit/statistics/plotthedots.json
# The limits repeat R/ptd_spc_standard.R, which needs packages that base R does not have.
source(file.path(commandArgs(TRUE)[1], "R", "ptd_calculate_point_type.R"))
set.seed(335, kind = "Mersenne-Twister")
flags <- function(y, screen) {
  centre <- mean(y); mr <- abs(diff(y)); amr <- mean(mr)
  if (screen) amr <- mean(mr[mr < 3.267 * amr])
  outside <- y > centre + 2.66 * amr | y < centre - 2.66 * amr
  near <- 2 * 2.66 / 3 * amr
  close <- !outside & (y < centre - near | y > centre + near)
  side <- sign(y - centre)
  trend <- ptd_part_of_seven_trend(ptd_seven_point_trend(y)) != 0
  two <- ptd_part_of_two_in_three(ptd_two_in_three(close, side), close) != 0
  shift <- ptd_part_of_seven_trend(ptd_seven_point_one_side_mean(side)) != 0
  at <- function(which) paste0("[", paste(which(which) - 1, collapse = ","), "]")
  paste0('{"values":[', paste(formatC(y, digits = 17, format = "g"), collapse = ","), '],"screen":', tolower(screen),
         ',"outside":', at(outside), ',"trend":', at(trend), ',"two-of-three":', at(two), ',"shift":', at(shift), "}")
}
series <- lapply(1:60, function(i) {
  n <- sample(8:40, 1)
  y <- rnorm(n) + ifelse(seq_len(n) > n / 2, sample(0:2, 1), 0) + sample(c(0, 0.3), 1) * seq_len(n)
  if (i %% 5 == 0) y[sample(n, 1)] <- 8
  round(y, if (i %% 3 == 0) 0 else 3)
})
cat("[", paste(unlist(lapply(series, function(y) c(flags(y, FALSE), flags(y, TRUE)))), collapse = ",\n"), "]\n")
