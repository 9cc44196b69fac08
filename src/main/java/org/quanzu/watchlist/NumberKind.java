package org.quanzu.watchlist;

/** What sort of number a call or message came from. */
public enum NumberKind {
    OVERSEAS,
    VIRTUAL_OPERATOR,
    SERVICE_95,
    SERVICE_400,
    OFFICIAL,
    LANDLINE,
    MOBILE,
    HIDDEN
}
