/* Decides whether a remote dose command may go on to the dose limits: signature first, then pump, number and age. */
/* @implements SRS-102, SRS-104 */
#include "command_check.h"

#include <stdbool.h>
#include <string.h>

bool verify_p256(const uint8_t *data, size_t length, const uint8_t signature[64]);

command_answer check_command(const uint8_t *raw, size_t length, const uint8_t signature[64], const dose_command *command,
                             const uint8_t own_id[16], uint32_t last_sequence, uint32_t now_s) {
  if (!verify_p256(raw, length, signature)) return COMMAND_UNSIGNED;
  if (memcmp(command->pump_id, own_id, sizeof command->pump_id) != 0) return COMMAND_FOREIGN;
  if (command->sequence <= last_sequence) return COMMAND_REPEATED;
  /* A command from the future is as wrong as an old one: the difference would wrap. */
  if (command->issued_s > now_s || now_s - command->issued_s > COMMAND_MAX_AGE_S) return COMMAND_OLD;
  return COMMAND_OK;
}
