/* Age and number of a command at their edges; the 48 cases of the signature stand in the generated part of the suite. */
/* @verifies TC-203 */
#include "command_check.h"

#include "tap.h"

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
  puts("TAP version 14");
  tap(check(42, 360, 1) == COMMAND_OK, "TC-203 a command of six minutes is taken");
  tap(check(42, 361, 1) == COMMAND_OLD, "TC-203 one second more and it is old");
  tap(check(42, UINT32_MAX, 1) == COMMAND_OLD, "TC-203 a command from the future is old");
  tap(check(41, 0, 1) == COMMAND_REPEATED, "TC-203 the last number is not taken again");
  tap(check(42, 0, 0) == COMMAND_UNSIGNED, "TC-203 without a signature nothing else is looked at");
  return tap_end();
}
