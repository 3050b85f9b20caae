/**
 * The check of a plan: a {@linkplain org.cordonrt.plan.TreatmentCase case} and
 * {@linkplain org.cordonrt.constraint.ConstraintSet constraint sets} go in, an {@link org.cordonrt.check.Assessment}
 * comes out. The one place that orchestrates; the results are plain records for any report.
 *
 * <p>Knows no DICOM and no output format. Same input and options give bit-identical results for any number of threads.
 * Lengths are mm (DICOM patient coordinates), doses Gy, volumes cc. Uses {@code constraint}, {@code dvh},
 * {@code margin}, {@code contours}, {@code probe}, {@code geometry},
 * {@code lq}, {@code metric}, {@code plan} and {@code issue}.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.check;

import org.jspecify.annotations.NullMarked;
