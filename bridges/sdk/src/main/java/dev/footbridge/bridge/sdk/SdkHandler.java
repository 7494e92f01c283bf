package dev.footbridge.bridge.sdk;

/** A handler of either family of specifications: it takes what it wants to know of the call from the run. */
@FunctionalInterface
interface SdkHandler<Q, A> {

    A answer(Run run, Q request);
}
