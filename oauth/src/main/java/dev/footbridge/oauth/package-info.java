/**
 * OAuth 2.1 as a resource server does it: access tokens in, callers out. The only package that knows a JOSE library.
 */
@NullMarked
package dev.footbridge.oauth;

import org.jspecify.annotations.NullMarked;
