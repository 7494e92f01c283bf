package dev.footbridge.http;

/** What a response carries: bytes that are known already, or an answer that is still being worked out. */
public sealed interface Body permits Bytes, LateBody {}
