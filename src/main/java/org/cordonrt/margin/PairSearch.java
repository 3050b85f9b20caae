package org.cordonrt.margin;

/** What can be asked about two solids, whichever way their planes lie to each other. */
interface PairSearch {
    /** The smallest distance of the slab solids. */
    Nearest slabs();

    /** The smallest distance of the flat contours. */
    Nearest planes();

    /**
     * The smallest distance of the surfaces that run on from plane to plane.
     *
     * @param flat that of the flat contours, which are part of the bodies that the surfaces bound
     */
    Nearest surfaces(Nearest flat);

    /** The volume both slab solids cover, mm3. */
    double overlapMm3();
}
