/** Callers that Microsoft Entra knows: by their tokens, or by a sign-in that App Service checked. */
@NullMarked
package dev.footbridge.azure.caller;

import org.jspecify.annotations.NullMarked;
