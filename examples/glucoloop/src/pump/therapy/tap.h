/* What a test on the host prints, in the Test Anything Protocol 14: one line per case, the id of the test in its name. */
#pragma once
#include <stdbool.h>
#include <stdio.h>

static int tap_cases;
static int tap_failures;

static void tap(bool passed, const char *name) {
  tap_cases++;
  if (!passed) tap_failures++;
  printf("%s %d - %s\n", passed ? "ok" : "not ok", tap_cases, name);
}

static int tap_end(void) {
  printf("1..%d\n", tap_cases);
  return tap_failures == 0 ? 0 : 1;
}
