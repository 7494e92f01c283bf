/**
 * The one door: {@link dev.footbridge.McpServer} puts features, settings, store and credentials together and gives out
 * an HTTP handler and line conversations.
 *
 * <p>Packages, each row knowing only the rows above it; {@code ArchitectureTest} in verification is this picture:
 *
 * <pre>
 * json  http  state  log  secret  text       values and seams; no MCP words
 * argument                                   typed fields: schema, check and reader in one
 * protocol                                   what goes on the wire
 * call                                       one call as its handler sees it
 * session  security  limit  policy  audit  observe   what an operator touches
 * feature  key                               what is offered, and API keys
 * definition                                 what is offered, as a whole
 * tool  constraint                           annotations: what an author writes on a class
 * compiled                                   what generated code calls
 * config                                     every setting
 * dispatch                                   endpoint, eras, method table, replies
 * </pre>
 *
 * <p>A request walks: arrive, translate, guard, identify, parse, settle, run, reply. See docs/architecture.md.
 */
@NullMarked
package dev.footbridge;

import org.jspecify.annotations.NullMarked;
