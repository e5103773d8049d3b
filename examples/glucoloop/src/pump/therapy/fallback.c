/* When the cloud is silent for 15 minutes, the pump runs the basal profile of the clinician and says so. */
/* @implements SRS-105 */
#include <stdbool.h>
#include <stdint.h>

#define SILENCE_S 900u

typedef enum { MODE_CLOSED_LOOP, MODE_BASAL } therapy_mode;

void raise_loss_of_loop(void);

/* Back to the loop only with a fresh command and the user's notice (UC-2), never by the clock. */
therapy_mode next_mode(therapy_mode mode, uint32_t since_last_valid_s, bool user_confirmed_return) {
  if (mode == MODE_CLOSED_LOOP && since_last_valid_s >= SILENCE_S) {
    raise_loss_of_loop();
    return MODE_BASAL;
  }
  if (mode == MODE_BASAL && since_last_valid_s < SILENCE_S && user_confirmed_return) return MODE_CLOSED_LOOP;
  return mode;
}
