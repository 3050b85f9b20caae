/**
 * DVH metric expressions in the notation of AAPM TG-263 section 9.2 (Mayo et al., doi:10.1016/j.ijrobp.2017.12.013):
 * {@code D0.035cc[Gy]}, {@code V10Gy[%]}, {@code Max[Gy]}.
 *
 * <p>Uses only {@code org.cordonrt.issue} and {@code org.cordonrt.plan}.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.metric;

import org.jspecify.annotations.NullMarked;
