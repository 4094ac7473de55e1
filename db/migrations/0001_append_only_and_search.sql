-- What was decided, said and recorded stays: nobody corrects history, not even the application.
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_gap BEFORE INSERT ON audit_events
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_events)
BEGIN SELECT RAISE(ABORT, 'audit_events has no gaps'); END;
--> statement-breakpoint
CREATE TRIGGER verdicts_no_update BEFORE UPDATE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'verdicts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER verdict_undos_no_update BEFORE UPDATE ON verdict_undos
BEGIN SELECT RAISE(ABORT, 'verdict_undos is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER verdict_undos_no_delete BEFORE DELETE ON verdict_undos
BEGIN SELECT RAISE(ABORT, 'verdict_undos is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'revisions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_no_delete BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'revisions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER notes_no_update BEFORE UPDATE ON notes
BEGIN SELECT RAISE(ABORT, 'notes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER notes_no_delete BEFORE DELETE ON notes
BEGIN SELECT RAISE(ABORT, 'notes is append-only'); END;
--> statement-breakpoint
-- Bigrams of the clear words in search_docs, under its row ids. The index keeps no text of its own.
CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', contentless_delete=1, detail='none', tokenize='ascii');
--> statement-breakpoint
-- The row that the readiness probe writes to.
CREATE TABLE readiness (id INTEGER PRIMARY KEY CHECK (id = 1), probes INTEGER NOT NULL) STRICT;
--> statement-breakpoint
INSERT INTO readiness (id, probes) VALUES (1, 0);
