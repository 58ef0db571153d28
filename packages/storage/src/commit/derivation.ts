/**
 * Counts what is derived from facts and kept in tables: another number means that plans whose rows an earlier version
 * wrote are to be rebuilt. 0 stands for the versions before there were measured rows.
 */
export const DERIVATION = 1
