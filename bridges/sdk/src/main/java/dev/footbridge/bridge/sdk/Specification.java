package dev.footbridge.bridge.sdk;

/** What a specification of either family says: the declaration, and the handler behind it. */
record Specification<D, Q, A>(D declared, SdkHandler<Q, A> handler) {}
