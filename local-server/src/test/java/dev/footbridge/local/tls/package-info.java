/** Tests of TLS, with authorities that openssl makes. */
@NullMarked
package dev.footbridge.local.tls;

import org.jspecify.annotations.NullMarked;
