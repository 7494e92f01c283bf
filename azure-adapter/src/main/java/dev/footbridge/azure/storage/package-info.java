/** Requests to Azure Table storage: the account, its keys or tokens, and what its answers mean. */
@NullMarked
package dev.footbridge.azure.storage;

import org.jspecify.annotations.NullMarked;
