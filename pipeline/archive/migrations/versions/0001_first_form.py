"""The first form: files, documents, meetings, plans, memos, places, findings and the log."""

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    for statement in FORM.split(";\n"):
        if statement.strip():
            op.execute(statement)


FORM = """
CREATE TABLE people (
    id VARCHAR NOT NULL, municipality VARCHAR, name VARCHAR NOT NULL, PRIMARY KEY (id)
);
CREATE INDEX ix_people_name ON people (name);

CREATE TABLE runs (
    id INTEGER NOT NULL, started_at VARCHAR NOT NULL, finished_at VARCHAR,
    reader_version VARCHAR NOT NULL, settings VARCHAR NOT NULL, PRIMARY KEY (id)
);

CREATE TABLE source_files (
    id VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, file VARCHAR NOT NULL, bytes INTEGER NOT NULL,
    pages INTEGER, text_layer VARCHAR, status VARCHAR NOT NULL, loaded_at VARCHAR, reason VARCHAR,
    exit_code INTEGER, failed_at VARCHAR, reader_version VARCHAR, reader_model VARCHAR,
    reader_engine VARCHAR, schema_version VARCHAR, coverage_words INTEGER, coverage_furniture INTEGER,
    coverage_unread INTEGER, furniture VARCHAR, PRIMARY KEY (id), UNIQUE (sha256)
);
CREATE INDEX ix_source_files_file ON source_files (file);
CREATE INDEX ix_source_files_status ON source_files (status);

CREATE TABLE attempts (
    run_id INTEGER NOT NULL, path VARCHAR NOT NULL, sha256 VARCHAR, outcome VARCHAR NOT NULL,
    reason VARCHAR, exit_code INTEGER, at VARCHAR NOT NULL, PRIMARY KEY (run_id, path),
    FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);
CREATE INDEX ix_attempts_sha256 ON attempts (sha256);

CREATE TABLE documents (
    id VARCHAR NOT NULL, source_file_id VARCHAR NOT NULL, ord INTEGER NOT NULL, kind VARCHAR NOT NULL,
    first_page INTEGER NOT NULL, last_page INTEGER NOT NULL, title VARCHAR NOT NULL,
    municipality VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE
);
CREATE INDEX ix_documents_kind ON documents (kind);
CREATE INDEX ix_documents_municipality ON documents (municipality);
CREATE INDEX ix_documents_source_file_id ON documents (source_file_id);

CREATE TABLE evidence (
    source_file_id VARCHAR NOT NULL, ord INTEGER NOT NULL, owner_id VARCHAR, field VARCHAR,
    path VARCHAR NOT NULL, rule VARCHAR NOT NULL, quote VARCHAR, layout VARCHAR, model VARCHAR,
    likeness FLOAT, confidence FLOAT NOT NULL, PRIMARY KEY (source_file_id, ord),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE
);
CREATE INDEX ix_evidence_owner_id ON evidence (owner_id);
CREATE INDEX ix_evidence_rule ON evidence (rule);

CREATE TABLE places (
    owner_id VARCHAR NOT NULL, field VARCHAR NOT NULL, ord INTEGER NOT NULL,
    owner_table VARCHAR NOT NULL, source_file_id VARCHAR NOT NULL, page INTEGER NOT NULL,
    x0 FLOAT NOT NULL, top FLOAT NOT NULL, x1 FLOAT NOT NULL, bottom FLOAT NOT NULL,
    PRIMARY KEY (owner_id, field, ord),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX ix_places_page ON places (source_file_id, page);

CREATE TABLE source_names (
    source_file_id VARCHAR NOT NULL, path VARCHAR NOT NULL, PRIMARY KEY (source_file_id, path),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE
);

CREATE TABLE chapters (
    id VARCHAR NOT NULL, document_id VARCHAR NOT NULL, ord INTEGER NOT NULL, number VARCHAR,
    title VARCHAR, level INTEGER NOT NULL, text VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE INDEX ix_chapters_document_id ON chapters (document_id);

CREATE TABLE findings (
    id VARCHAR NOT NULL, source_file_id VARCHAR NOT NULL, document_id VARCHAR, ord INTEGER NOT NULL,
    code VARCHAR NOT NULL, severity VARCHAR NOT NULL, message VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(source_file_id) REFERENCES source_files (id) ON DELETE CASCADE,
    FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE INDEX ix_findings_code ON findings (code);
CREATE INDEX ix_findings_document_id ON findings (document_id);
CREATE INDEX ix_findings_severity ON findings (severity);
CREATE INDEX ix_findings_source_file_id ON findings (source_file_id);

CREATE TABLE meetings (
    id VARCHAR NOT NULL, committee VARCHAR, term VARCHAR, date VARCHAR, start_time VARCHAR,
    end_time VARCHAR, place VARCHAR, treated_order VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE INDEX ix_meetings_committee_date ON meetings (committee, date);
CREATE INDEX ix_meetings_date ON meetings (date);

CREATE TABLE memos (
    id VARCHAR NOT NULL, department VARCHAR, concerns_item VARCHAR, asked_by VARCHAR,
    question_count INTEGER NOT NULL, recommendation VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE plans (
    id VARCHAR NOT NULL, year INTEGER, last_year INTEGER, status VARCHAR, concerns_item VARCHAR,
    PRIMARY KEY (id), FOREIGN KEY(id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE INDEX ix_plans_year ON plans (year);

CREATE TABLE attendances (
    id VARCHAR NOT NULL, meeting_id VARCHAR NOT NULL, ord INTEGER NOT NULL, person_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL, role VARCHAR, party VARCHAR, status VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE,
    FOREIGN KEY(person_id) REFERENCES people (id)
);
CREATE INDEX ix_attendances_meeting_id ON attendances (meeting_id);
CREATE INDEX ix_attendances_person_id ON attendances (person_id);
CREATE INDEX ix_attendances_status ON attendances (status);

CREATE TABLE figures (
    id VARCHAR NOT NULL, plan_id VARCHAR NOT NULL, ord INTEGER NOT NULL, label VARCHAR NOT NULL,
    value FLOAT, unit VARCHAR, change FLOAT, change_pct FLOAT, period VARCHAR, source VARCHAR,
    PRIMARY KEY (id), FOREIGN KEY(plan_id) REFERENCES plans (id) ON DELETE CASCADE
);
CREATE INDEX ix_figures_label ON figures (label);
CREATE INDEX ix_figures_plan_id ON figures (plan_id);

CREATE TABLE items (
    id VARCHAR NOT NULL, meeting_id VARCHAR NOT NULL, ord INTEGER NOT NULL, number VARCHAR,
    title VARCHAR NOT NULL, case_number VARCHAR, item_type VARCHAR, open BOOLEAN NOT NULL,
    proposal VARCHAR, raised_by VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE
);
CREATE INDEX ix_items_case_number ON items (case_number);
CREATE INDEX ix_items_meeting_id ON items (meeting_id);

CREATE TABLE minister_goals (
    id VARCHAR NOT NULL, plan_id VARCHAR NOT NULL, ord INTEGER NOT NULL, number INTEGER,
    title VARCHAR NOT NULL, text VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES plans (id) ON DELETE CASCADE
);
CREATE INDEX ix_minister_goals_plan_id ON minister_goals (plan_id);

CREATE TABLE questions (
    id VARCHAR NOT NULL, memo_id VARCHAR NOT NULL, ord INTEGER NOT NULL, number VARCHAR,
    question VARCHAR NOT NULL, answer VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(memo_id) REFERENCES memos (id) ON DELETE CASCADE
);
CREATE INDEX ix_questions_memo_id ON questions (memo_id);

CREATE TABLE targets (
    id VARCHAR NOT NULL, plan_id VARCHAR NOT NULL, ord INTEGER NOT NULL, number INTEGER,
    title VARCHAR NOT NULL, minister_goal INTEGER, PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES plans (id) ON DELETE CASCADE
);
CREATE INDEX ix_targets_plan_id ON targets (plan_id);

CREATE TABLE absences (
    id VARCHAR NOT NULL, item_id VARCHAR NOT NULL, ord INTEGER NOT NULL, name VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES items (id) ON DELETE CASCADE,
    FOREIGN KEY(person_id) REFERENCES people (id)
);
CREATE INDEX ix_absences_item_id ON absences (item_id);
CREATE INDEX ix_absences_person_id ON absences (person_id);

CREATE TABLE actions (
    id VARCHAR NOT NULL, target_id VARCHAR NOT NULL, ord INTEGER NOT NULL, text VARCHAR NOT NULL,
    level INTEGER NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE CASCADE
);
CREATE INDEX ix_actions_target_id ON actions (target_id);

CREATE TABLE attachments (
    id VARCHAR NOT NULL, item_id VARCHAR NOT NULL, ord INTEGER NOT NULL, title VARCHAR NOT NULL,
    placed BOOLEAN NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES items (id) ON DELETE CASCADE
);
CREATE INDEX ix_attachments_item_id ON attachments (item_id);
CREATE INDEX ix_attachments_title ON attachments (title);

CREATE TABLE decisions (
    id VARCHAR NOT NULL, item_id VARCHAR NOT NULL, text VARCHAR NOT NULL, outcome VARCHAR NOT NULL,
    body VARCHAR, date VARCHAR, dissent VARCHAR, forwarded_to VARCHAR NOT NULL, postponed_to VARCHAR,
    PRIMARY KEY (id), FOREIGN KEY(item_id) REFERENCES items (id) ON DELETE CASCADE
);
CREATE INDEX ix_decisions_date ON decisions (date);
CREATE UNIQUE INDEX ix_decisions_item_id ON decisions (item_id);
CREATE INDEX ix_decisions_outcome ON decisions (outcome);

CREATE TABLE history (
    id VARCHAR NOT NULL, item_id VARCHAR NOT NULL, ord INTEGER NOT NULL, body VARCHAR, date VARCHAR,
    text VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES items (id) ON DELETE CASCADE
);
CREATE INDEX ix_history_item_id ON history (item_id);

CREATE TABLE item_references (
    id VARCHAR NOT NULL, item_id VARCHAR NOT NULL, ord INTEGER NOT NULL, kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL, date VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES items (id) ON DELETE CASCADE
);
CREATE INDEX ix_item_references_date ON item_references (date);
CREATE INDEX ix_item_references_item_id ON item_references (item_id);
CREATE INDEX ix_item_references_kind ON item_references (kind);

CREATE TABLE measures (
    id VARCHAR NOT NULL, target_id VARCHAR NOT NULL, ord INTEGER NOT NULL, text VARCHAR NOT NULL,
    PRIMARY KEY (id), FOREIGN KEY(target_id) REFERENCES targets (id) ON DELETE CASCADE
);
CREATE INDEX ix_measures_target_id ON measures (target_id);

CREATE TABLE sections (
    id VARCHAR NOT NULL, item_id VARCHAR NOT NULL, ord INTEGER NOT NULL, label VARCHAR NOT NULL,
    role VARCHAR NOT NULL, text VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES items (id) ON DELETE CASCADE
);
CREATE INDEX ix_sections_item_id ON sections (item_id);
CREATE INDEX ix_sections_role ON sections (role);

CREATE TABLE decision_parts (
    id VARCHAR NOT NULL, decision_id VARCHAR NOT NULL, ord INTEGER NOT NULL, numbers VARCHAR NOT NULL,
    text VARCHAR NOT NULL, outcome VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE CASCADE
);
CREATE INDEX ix_decision_parts_decision_id ON decision_parts (decision_id);
CREATE INDEX ix_decision_parts_outcome ON decision_parts (outcome);

CREATE TABLE quantities (
    id VARCHAR NOT NULL, measure_id VARCHAR NOT NULL, ord INTEGER NOT NULL, value FLOAT, unit VARCHAR,
    bound VARCHAR NOT NULL, deadline VARCHAR, baseline_value FLOAT, baseline_year INTEGER, change FLOAT,
    change_unit VARCHAR, "of" VARCHAR, period VARCHAR, PRIMARY KEY (id),
    FOREIGN KEY(measure_id) REFERENCES measures (id) ON DELETE CASCADE
);
CREATE INDEX ix_quantities_measure_id ON quantities (measure_id);
CREATE INDEX ix_quantities_unit ON quantities (unit);

CREATE TABLE vote_events (
    id VARCHAR NOT NULL, decision_id VARCHAR NOT NULL, part_id VARCHAR, counted BOOLEAN NOT NULL,
    count_for INTEGER, count_against INTEGER, count_abstained INTEGER, PRIMARY KEY (id),
    FOREIGN KEY(decision_id) REFERENCES decisions (id) ON DELETE CASCADE,
    FOREIGN KEY(part_id) REFERENCES decision_parts (id) ON DELETE CASCADE
);
CREATE INDEX ix_vote_events_decision_id ON vote_events (decision_id);
CREATE INDEX ix_vote_events_part_id ON vote_events (part_id);

CREATE TABLE votes (
    vote_event_id VARCHAR NOT NULL, option VARCHAR NOT NULL, ord INTEGER NOT NULL,
    voter VARCHAR NOT NULL, PRIMARY KEY (vote_event_id, option, ord),
    FOREIGN KEY(vote_event_id) REFERENCES vote_events (id) ON DELETE CASCADE
);
CREATE INDEX ix_votes_voter ON votes (voter);
"""
