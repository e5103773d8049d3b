/* A remote dose command and the answer of the check that stands in front of the motor. */
#pragma once
#include <stddef.h>
#include <stdint.h>

#define COMMAND_MAX_AGE_S 360u

typedef struct {
  uint8_t pump_id[16];
  uint32_t sequence;
  uint32_t issued_s; /* seconds of the pump's own clock (SRS-129) */
  uint32_t micro_units;
} dose_command;

typedef enum { COMMAND_OK, COMMAND_UNSIGNED, COMMAND_FOREIGN, COMMAND_REPEATED, COMMAND_OLD } command_answer;

/* `raw` is the signed part as it came over the link; `last_sequence` is read from memory that survives power loss. */
command_answer check_command(const uint8_t *raw, size_t length, const uint8_t signature[64], const dose_command *command,
                             const uint8_t own_id[16], uint32_t last_sequence, uint32_t now_s);
