/**
 * The dose in a solid: cumulative dose-volume histograms and TG-263 metrics, each with an interval that holds for the
 * stated model (slab solid, trilinear dose).
 *
 * <p>Uses {@code org.cordonrt.geometry}, {@code org.cordonrt.plan}, {@code org.cordonrt.metric} and
 * {@code org.cordonrt.issue}; knows no DICOM and no limits. Dose is Gy, volume cc, length mm.
 */
@NullMarked
package org.cordonrt.dvh;

import org.jspecify.annotations.NullMarked;
