package org.cordonrt.dvh;

import org.cordonrt.plan.Point3;

/** An extreme dose of a solid with the interval that holds it, Gy, and where it is taken on. */
record Extreme(Certified gy, Point3 locationMm) {}
