/** Azure Functions around the core: a handler for the HTTP trigger, and a server put together from the app settings. */
@NullMarked
package dev.footbridge.azure;

import org.jspecify.annotations.NullMarked;
