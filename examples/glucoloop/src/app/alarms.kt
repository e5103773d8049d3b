/** Local alarms of the app, which need no network, and the daily look whether they may still sound. */
// @implements SRS-125
package example.glucoloop.app

enum class Alarm { LOW, HIGH, OCCLUSION, LOSS_OF_LOOP }

data class Situation(
    val glucose: Double?, // mmol/L; absent when too old to be shown
    val lowLimit: Double,
    val highLimit: Double,
    val occluded: Boolean,
    val minutesWithoutCommand: Int,
)

fun alarmsOf(now: Situation): Set<Alarm> = buildSet {
    if (now.glucose != null && now.glucose < now.lowLimit) add(Alarm.LOW)
    if (now.glucose != null && now.glucose > now.highLimit) add(Alarm.HIGH)
    if (now.occluded) add(Alarm.OCCLUSION)
    if (now.minutesWithoutCommand >= 15) add(Alarm.LOSS_OF_LOOP)
}

/** Platforms take the permission away from apps that were not opened for a while (PR-224, RSK-09). */
fun mustTellAtPump(permissionGranted: Boolean): Boolean = !permissionGranted
