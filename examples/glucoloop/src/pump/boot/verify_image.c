/* Chooses the image that may start: signed, not older than the fuses say, and the former one if the new one fails. */
/* @implements SRS-117, SRS-118 */
#include <stdbool.h>
#include <stdint.h>

typedef struct {
  const uint8_t *bytes;
  uint32_t length;
  uint32_t security_version;
  bool self_test_passed;
} image;

bool verify_ed25519(const uint8_t *bytes, uint32_t length);
uint32_t fused_security_version(void);

static bool may_start(const image *candidate) {
  return candidate->security_version >= fused_security_version() && verify_ed25519(candidate->bytes, candidate->length);
}

/* A downgrade is refused even if it is signed (SRS-118).
   @returns the image to start, or nothing: then the pump stays in the boot loader and RC-02 sounds */
const image *image_to_start(const image *newer, const image *former, bool first_start_of_newer) {
  if (may_start(newer) && (newer->self_test_passed || first_start_of_newer)) return newer;
  return may_start(former) ? former : 0;
}
