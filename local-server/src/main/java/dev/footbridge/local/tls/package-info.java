/** TLS for the local server: keys, certificates, and which clients' certificates are believed. */
@NullMarked
package dev.footbridge.local.tls;

import org.jspecify.annotations.NullMarked;
