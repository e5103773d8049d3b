/* The three limits at their edges, and sums that would wrap. */
/* @verifies TC-205 */
#include <stdint.h>

#include "tap.h"

typedef struct {
  uint32_t max_bolus_mu;
  uint32_t max_two_hours_mu;
  uint32_t max_basal_mu_h;
} dose_limits;

bool bolus_allowed(const dose_limits *limits, uint32_t delivered_two_hours_mu, uint32_t bolus_mu);
bool basal_allowed(const dose_limits *limits, uint32_t basal_mu_h);

int main(void) {
  const dose_limits limits = {.max_bolus_mu = 2000, .max_two_hours_mu = 6000, .max_basal_mu_h = 3000};
  puts("TAP version 14");
  tap(bolus_allowed(&limits, 0, 2000), "TC-205 a bolus at its limit is given");
  tap(!bolus_allowed(&limits, 0, 2001), "TC-205 a bolus above it is refused");
  tap(bolus_allowed(&limits, 4000, 2000), "TC-205 two hours at their limit");
  tap(!bolus_allowed(&limits, 4001, 2000), "TC-205 two hours above it");
  tap(!bolus_allowed(&limits, UINT32_MAX, 1), "TC-205 a sum that would wrap is refused");
  tap(basal_allowed(&limits, 3000), "TC-205 a basal rate at its limit");
  tap(!basal_allowed(&limits, 3001), "TC-205 a basal rate above it");
  return tap_end();
}
