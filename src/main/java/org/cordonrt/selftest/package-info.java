/**
 * Cordon tested on the machine where it runs: the analytic phantoms go through DICOM files and the same reading and
 * computing as a patient's plan, and what comes out is compared with closed forms.
 *
 * <p>Uses {@code org.cordonrt.check}, {@code org.cordonrt.rt}, {@code org.cordonrt.phantom} with its analytic cases,
 * {@code org.cordonrt.metric}, {@code org.cordonrt.plan} and {@code org.cordonrt.issue}. Dose is Gy, volume cc.
 */
@Internal
@NullMarked
package org.cordonrt.selftest;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
