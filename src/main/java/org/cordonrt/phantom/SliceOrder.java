package org.cordonrt.phantom;

/** Order of contours in a structure; dose frames follow it, where a grid can. */
public enum SliceOrder {
    ASCENDING,
    DESCENDING,
    /** Contours in an order drawn from the seed; dose frames ascend. */
    SHUFFLED
}
