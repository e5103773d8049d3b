/** How a glucose value is shown, by its age: an old value must never look like a new one. */
// @implements SRS-130
package example.glucoloop.app

enum class Shown { NORMAL, GREY, GONE }

/** A value from the future has a wrong clock behind it and is not shown. */
fun shownAt(ageSeconds: Long): Shown = when {
    ageSeconds < 0 || ageSeconds >= 15 * 60 -> Shown.GONE
    ageSeconds >= 6 * 60 -> Shown.GREY
    else -> Shown.NORMAL
}
