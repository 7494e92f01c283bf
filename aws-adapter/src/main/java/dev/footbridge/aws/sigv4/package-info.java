/** Requests to AWS: credentials, Signature Version 4, and the signed JSON POSTs that small services take. */
@NullMarked
package dev.footbridge.aws.sigv4;

import org.jspecify.annotations.NullMarked;
