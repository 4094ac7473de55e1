/**
 * The expected grid, status × command, transcribed by hand from the transition table (domain.md §3.2), never from
 * the code. One table per family of commands; together they name every command exactly once and, in each, every
 * status exactly once.
 *
 * `.` refused. `17/49` one of these rows applies, by filing kind, actor and state. `29+32` both in one decision: an
 * event of the bureau that overtakes the acknowledgement implies it (race rule), and an expired lease is released
 * by whoever finds it expired. `(none)` is the order that does not exist yet. T45 is the row of refusals.
 */
const CUSTOMER_COMMANDS = `
                                create  edit   submit    withdraw  abandon   confirm  resubmitUnchanged  transfer
(none)                          1/46    .      .         .         .         .        .                  48
DRAFT                           .       2      4/49      .         3/58      .        .                  .
PENDING_FIRST_REVIEW            .       .      .         5         6/57      .        .                  .
UNDER_FIRST_REVIEW              .       .      .         9         6/57      .        .                  .
FIRST_REVIEW_REJECTED           .       17/56  17/49/56  .         21/57/58  .        .                  .
NEEDS_REVISION                  .       18/56  18/49/56  .         21/57/58  .        .                  .
REVISED_PENDING_REVIEW          .       .      .         20        6/57      .        .                  .
AWAITING_CUSTOMER_CONFIRMATION  .       .      .         .         24        23       .                  .
PENDING_BUREAU_SUBMISSION       .       .      .         25        6/57      .        .                  .
SUBMITTING_TO_BUREAU            .       .      .         .         .         .        .                  .
MIIT_DOMAIN_CHECK               .       .      .         .         .         .        .                  .
SMS_PENDING                     .       .      .         .         .         .        .                  .
UNDER_BUREAU_REVIEW             .       .      .         .         .         .        .                  .
MIIT_RETURNED                   .       42/56  42/56     .         21/57/58  .        .                  .
SMS_RETURNED                    .       42/56  42/56     .         21/57/58  .        41                 .
BUREAU_REJECTED                 .       42/56  42/56     .         21/57/58  .        .                  .
FILED                           .       .      .         .         .         .        .                  .
CANCELLED_ACCESS                .       .      .         .         .         .        .                  .
DEREGISTERED                    .       .      .         .         .         .        .                  .
CLAIMED                         .       .      .         .         .         .        .                  .
TRANSFERRED                     .       .      .         .         .         .        .                  .
ABANDONED                       .       .      .         .         .         .        .                  .
`;

const REVIEW_COMMANDS = `
                                claim        assign    release  approve   reject  requestRevision  escalate  hold
(none)                          .            .         .        .         .       .                .         .
DRAFT                           .            .         .        .         .       .                .         .
PENDING_FIRST_REVIEW            7            7         .        .         .       .                .         .
UNDER_FIRST_REVIEW              8+7/8+19/52  8+7/8+19  8        10/11/12  13      14               15        16
FIRST_REVIEW_REJECTED           .            .         .        .         .       .                .         .
NEEDS_REVISION                  .            .         .        .         .       .                .         .
REVISED_PENDING_REVIEW          19           19        .        .         .       .                .         .
AWAITING_CUSTOMER_CONFIRMATION  .            .         .        .         .       .                .         .
PENDING_BUREAU_SUBMISSION       .            .         .        .         .       .                .         .
SUBMITTING_TO_BUREAU            .            .         .        .         .       .                .         .
MIIT_DOMAIN_CHECK               .            .         .        .         .       .                .         .
SMS_PENDING                     .            .         .        .         .       .                .         .
UNDER_BUREAU_REVIEW             .            .         .        .         .       .                .         .
MIIT_RETURNED                   .            .         .        .         .       .                .         .
SMS_RETURNED                    .            .         .        .         .       .                .         .
BUREAU_REJECTED                 .            .         .        .         .       .                .         .
FILED                           .            .         .        .         .       .                .         .
CANCELLED_ACCESS                .            .         .        .         .       .                .         .
DEREGISTERED                    .            .         .        .         .       .                .         .
CLAIMED                         .            .         .        .         .       .                .         .
TRANSFERRED                     .            .         .        .         .       .                .         .
ABANDONED                       .            .         .        .         .       .                .         .
`;

const LEAD_COMMANDS = `
                                resume  handOver  reassign  undoVerdict  recall  reopen  forceCancelAccess
(none)                          .       .         .         .            .       .       47
DRAFT                           .       .         .         .            .       .       .
PENDING_FIRST_REVIEW            .       .         .         .            .       .       .
UNDER_FIRST_REVIEW              51      52        52        .            .       .       .
FIRST_REVIEW_REJECTED           .       .         .         53           .       59      .
NEEDS_REVISION                  .       .         .         53           .       59      .
REVISED_PENDING_REVIEW          .       .         .         .            .       .       .
AWAITING_CUSTOMER_CONFIRMATION  .       .         .         53           .       .       .
PENDING_BUREAU_SUBMISSION       .       .         .         53           26      .       .
SUBMITTING_TO_BUREAU            .       .         .         .            .       .       .
MIIT_DOMAIN_CHECK               .       .         .         .            .       .       .
SMS_PENDING                     .       .         .         .            .       .       .
UNDER_BUREAU_REVIEW             .       .         .         .            .       .       .
MIIT_RETURNED                   .       .         .         .            .       .       .
SMS_RETURNED                    .       .         .         .            .       .       .
BUREAU_REJECTED                 .       .         .         .            .       .       .
FILED                           .       .         .         .            .       .       .
CANCELLED_ACCESS                .       .         .         .            .       .       .
DEREGISTERED                    .       .         .         .            .       .       .
CLAIMED                         .       .         .         53           .       .       .
TRANSFERRED                     .       .         .         .            .       .       .
ABANDONED                       .       .         .         .            .       .       .
`;

const SYSTEM_COMMANDS = `
                                claimExpired  holdExpired  expire  push  uploadFailed  outcomeUnknown
(none)                          .             .            .       .     .             .
DRAFT                           .             .            .       .     .             .
PENDING_FIRST_REVIEW            .             .            .       .     .             .
UNDER_FIRST_REVIEW              8             51           .       .     .             .
FIRST_REVIEW_REJECTED           .             .            22      .     .             .
NEEDS_REVISION                  .             .            22      .     .             .
REVISED_PENDING_REVIEW          .             .            .       .     .             .
AWAITING_CUSTOMER_CONFIRMATION  .             .            24      .     .             .
PENDING_BUREAU_SUBMISSION       .             .            .       27    .             .
SUBMITTING_TO_BUREAU            .             .            .       .     28            54
MIIT_DOMAIN_CHECK               .             .            .       .     .             .
SMS_PENDING                     .             .            .       .     .             .
UNDER_BUREAU_REVIEW             .             .            .       .     .             .
MIIT_RETURNED                   .             .            .       .     .             .
SMS_RETURNED                    .             .            .       .     .             .
BUREAU_REJECTED                 .             .            .       .     .             .
FILED                           .             .            .       .     .             .
CANCELLED_ACCESS                .             .            .       .     .             .
DEREGISTERED                    .             .            .       .     .             .
CLAIMED                         .             .            .       .     .             .
TRANSFERRED                     .             .            .       .     .             .
ABANDONED                       .             .            .       .     .             .
`;

const BUREAU_COMMANDS = `
                                uploadAccepted  recordRejected  domainCheckPassed  domainCheckFailed  codeSent
(none)                          .               .               .                  .                  .
DRAFT                           .               .               .                  .                  .
PENDING_FIRST_REVIEW            .               .               .                  .                  .
UNDER_FIRST_REVIEW              .               .               .                  .                  .
FIRST_REVIEW_REJECTED           .               .               .                  .                  .
NEEDS_REVISION                  .               .               .                  .                  .
REVISED_PENDING_REVIEW          .               .               .                  .                  .
AWAITING_CUSTOMER_CONFIRMATION  .               .               .                  .                  .
PENDING_BUREAU_SUBMISSION       .               .               .                  .                  .
SUBMITTING_TO_BUREAU            29/30/50        31              29+32/29+55        29+33              50+34
MIIT_DOMAIN_CHECK               .               31              32/55              33                 .
SMS_PENDING                     .               31              .                  .                  34
UNDER_BUREAU_REVIEW             .               31              .                  .                  .
MIIT_RETURNED                   .               .               .                  .                  .
SMS_RETURNED                    .               .               .                  .                  .
BUREAU_REJECTED                 .               .               .                  .                  .
FILED                           .               .               .                  .                  .
CANCELLED_ACCESS                .               .               .                  .                  .
DEREGISTERED                    .               .               .                  .                  .
CLAIMED                         .               .               .                  .                  .
TRANSFERRED                     .               .               .                  .                  .
ABANDONED                       .               .               .                  .                  .
`;

const VERIFICATION_COMMANDS = `
                                resend  verify                   timeout  bureauApproved  bureauRejected
(none)                          .       .                        .        .               .
DRAFT                           .       .                        .        .               .
PENDING_FIRST_REVIEW            .       .                        .        .               .
UNDER_FIRST_REVIEW              .       .                        .        .               .
FIRST_REVIEW_REJECTED           .       .                        .        .               .
NEEDS_REVISION                  .       .                        .        .               .
REVISED_PENDING_REVIEW          .       .                        .        .               .
AWAITING_CUSTOMER_CONFIRMATION  .       .                        .        .               .
PENDING_BUREAU_SUBMISSION       .       .                        .        .               .
SUBMITTING_TO_BUREAU            50+35   50+36/50+37/50+38/50+39  50+40    30+43           30+44
MIIT_DOMAIN_CHECK               .       .                        .        .               .
SMS_PENDING                     35      36/37/38/39              40       .               .
UNDER_BUREAU_REVIEW             .       .                        .        43              44
MIIT_RETURNED                   .       .                        .        .               .
SMS_RETURNED                    .       .                        .        .               .
BUREAU_REJECTED                 .       .                        .        .               .
FILED                           .       .                        .        .               .
CANCELLED_ACCESS                .       .                        .        .               .
DEREGISTERED                    .       .                        .        .               .
CLAIMED                         .       .                        .        .               .
TRANSFERRED                     .       .                        .        .               .
ABANDONED                       .       .                        .        .               .
`;

export const GRID_TABLES = [
  CUSTOMER_COMMANDS,
  REVIEW_COMMANDS,
  LEAD_COMMANDS,
  SYSTEM_COMMANDS,
  BUREAU_COMMANDS,
  VERIFICATION_COMMANDS,
];
