package org.cordonrt.margin;

import org.cordonrt.geometry.Slab;

/** Measures flat cross-sections of one solid against another, whichever way their planes lie. */
interface SectionSearch {
    /** The gap of a slab's region, laid flat at a height. */
    Station at(Slab slab, double heightMm, boolean onPlane);
}
