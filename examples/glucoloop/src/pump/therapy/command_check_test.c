/* Age and number of a command at their edges; the 48 cases of the signature stand in the generated part of the suite. */
/* @verifies TC-203 */
#include "command_check.h"

#include <assert.h>
#include <stdbool.h>

bool verify_p256(const uint8_t *data, size_t length, const uint8_t signature[64]) {
  (void)data;
  (void)length;
  return signature[0] == 1;
}

static command_answer check(uint32_t sequence, uint32_t age_s, uint8_t signed_byte) {
  const uint8_t own[16] = {7};
  const uint8_t signature[64] = {signed_byte};
  const dose_command command = {.pump_id = {7}, .sequence = sequence, .issued_s = 1000, .micro_units = 50};
  return check_command((const uint8_t *)"", 0, signature, &command, own, 41, 1000 + age_s);
}

int main(void) {
  assert(check(42, 360, 1) == COMMAND_OK);
  assert(check(42, 361, 1) == COMMAND_OLD);
  assert(check(41, 0, 1) == COMMAND_REPEATED);
  assert(check(42, 0, 0) == COMMAND_UNSIGNED);
  return 0;
}
