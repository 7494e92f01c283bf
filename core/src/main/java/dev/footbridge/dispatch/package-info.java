/**
 * From an HTTP request or a line of stdio to the method that answers it.
 *
 * <p>The classes by the step of the walk (docs/architecture.md) that they belong to, in the order in which to read
 * them:
 *
 * <pre>
 * shared    Engine  RecordedGuards  RefusalRecords  ToolDigests
 * HTTP      McpEndpoint  ModernEndpoint  LegacyEndpoint  LegacyStreams  Responder  Accept
 *           HeaderAgreement
 * lines     Conversation  LineConversation  LineCalls  LineOutbox  LineSubscriptions
 * settle    Exchange  ModernEra  LegacyEra  Handshake  Batch  Remembered  SessionMemory  LineMemory
 * dispatch  Dispatcher  Observations  MethodTable  Method  Handler  Refusals  Gate  Admissions  Billing  Denied  Targets
 * methods   DiscoverRoute  ToolRoutes  ResultForm  ResourceRoutes  PromptRoutes  CompletionRoute  SessionRoutes
 *           Capabilities  Pages
 * run       LateCall  CallHere  Pump  TimeLeft  Work  Workers  Shares  RunningCall  Provisions  Cancellation  InFlight
 *           Watchdog
 * ask       Asker  ReplayAsker  Rounds  WireAsker  Correspondent  MailCorrespondent
 *           DirectCorrespondent  StatelessAsker
 * reply     Answer  Projection  LegacyForm  StreamRules  Outbox  StreamOutbox  Delivery
 * changes   Interest  Notifications  ChangeStream  ChangeQueue  OpenStreams  ReplayStream
 * </pre>
 */
@NullMarked
package dev.footbridge.dispatch;

import org.jspecify.annotations.NullMarked;
