/**
 * Re-irradiation: the dose of a current plan together with that of previous courses, as EQD2, against the factors that
 * HyTEC reports for a lower risk of myelopathy (Sahgal et al., doi:10.1016/j.ijrobp.2019.09.038).
 *
 * <p>No recovery in time is modelled, and only rigid registrations are used. Knows no DICOM and no output format. Lengths
 * are mm in the coordinates of the current plan, doses Gy. Uses {@code check}, {@code constraint}, {@code dvh},
 * {@code geometry}, {@code lq}, {@code metric}, {@code plan} and {@code issue}.
 */
@Internal
@NullMarked
package org.cordonrt.reirradiation;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
