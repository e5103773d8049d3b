/* The last line before the motor: no dose above the limits in the pump's own memory, wherever it was ordered. */
/* @implements SRS-103 */
#include <stdbool.h>
#include <stdint.h>

typedef struct {
  uint32_t max_bolus_mu;   /* micro-units */
  uint32_t max_two_hours_mu;
  uint32_t max_basal_mu_h;
} dose_limits;

/* Compared without adding: a sum of two large doses would wrap and pass. */
bool bolus_allowed(const dose_limits *limits, uint32_t delivered_two_hours_mu, uint32_t bolus_mu) {
  if (bolus_mu > limits->max_bolus_mu) return false;
  if (delivered_two_hours_mu > limits->max_two_hours_mu) return false;
  return bolus_mu <= limits->max_two_hours_mu - delivered_two_hours_mu;
}

bool basal_allowed(const dose_limits *limits, uint32_t basal_mu_h) { return basal_mu_h <= limits->max_basal_mu_h; }
