/// The archive's tables, as the steps by which they came about. A step that was ever released is never changed.
struct Schema {
  /// Each brings an archive from the version before to its own; the first makes a new one.
  var steps: [String]

  var version: Int { steps.count }

  /// "KzAr", so that `file` and this program know an archive from any other database.
  static let applicationID = 0x4B7A_4172

  static let current = Schema(steps: [first, marks, ratings, reviews])

  private static let first = """
    CREATE TABLE books(
      id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, sources BLOB NOT NULL) STRICT;

    -- An item with all that decides how it is answered: its rules, their lists, the matching engine.
    CREATE TABLE questions(
      id INTEGER PRIMARY KEY, item TEXT NOT NULL, digest TEXT NOT NULL, UNIQUE(item, digest)) STRICT;
    -- All questions of a rule book for an industry, in the order of the rubric.
    CREATE TABLE sheets(id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE sheet_questions(
      sheet INTEGER NOT NULL REFERENCES sheets, position INTEGER NOT NULL,
      question INTEGER NOT NULL REFERENCES questions, PRIMARY KEY(sheet, position)) STRICT, WITHOUT ROWID;

    CREATE TABLE runs(
      id INTEGER PRIMARY KEY, command TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, ending TEXT,
      reading TEXT NOT NULL, matching TEXT NOT NULL, book INTEGER NOT NULL REFERENCES books) STRICT;

    -- What came in, by its bytes. The name is the one under which they were first seen.
    CREATE TABLE documents(
      id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, name TEXT NOT NULL,
      kept TEXT NOT NULL) STRICT;
    CREATE TABLE paths(
      path TEXT PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, size INTEGER NOT NULL,
      modified INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES runs) STRICT, WITHOUT ROWID;
    CREATE INDEX paths_by_document ON paths(document);
    CREATE TABLE placements(
      document INTEGER NOT NULL REFERENCES documents, step INTEGER NOT NULL, run INTEGER REFERENCES runs, time TEXT,
      company TEXT, company_from TEXT, ticker TEXT, ticker_from TEXT, year INTEGER, year_from TEXT,
      kind TEXT, kind_from TEXT, language TEXT, language_from TEXT, uploaded TEXT, uploaded_from TEXT,
      revision INTEGER, revision_from TEXT, industry TEXT, industry_from TEXT,
      PRIMARY KEY(document, step)) STRICT, WITHOUT ROWID;

    -- A document as one version of the reading engine read it; read again where it failed.
    CREATE TABLE texts(
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, engine TEXT NOT NULL,
      attempt INTEGER NOT NULL, status TEXT NOT NULL, code TEXT, message TEXT, page INTEGER, pages INTEGER NOT NULL,
      body BLOB NOT NULL, ink BLOB NOT NULL, UNIQUE(document, engine, attempt)) STRICT;
    -- Pages of which not all could be read; the others could.
    CREATE TABLE weak_pages(
      text INTEGER NOT NULL REFERENCES texts, page INTEGER NOT NULL, grade TEXT NOT NULL, reasons TEXT NOT NULL,
      PRIMARY KEY(text, page)) STRICT, WITHOUT ROWID;

    -- What questions are put to: a text, and what is known of its year from elsewhere.
    CREATE TABLE bases(
      id INTEGER PRIMARY KEY, text INTEGER NOT NULL REFERENCES texts, hint TEXT NOT NULL, year INTEGER,
      UNIQUE(text, hint)) STRICT;
    CREATE TABLE answers(
      basis INTEGER NOT NULL REFERENCES bases, question INTEGER NOT NULL REFERENCES questions, state TEXT NOT NULL,
      unreadable TEXT NOT NULL, pointers TEXT NOT NULL, page INTEGER, quote TEXT, ranges TEXT,
      PRIMARY KEY(basis, question)) STRICT, WITHOUT ROWID;
    CREATE TABLE evidence(
      basis INTEGER NOT NULL, question INTEGER NOT NULL, rank INTEGER NOT NULL, rule TEXT NOT NULL,
      level TEXT NOT NULL, topics TEXT NOT NULL, page INTEGER NOT NULL, also_on TEXT NOT NULL, quote TEXT NOT NULL,
      ranges TEXT NOT NULL, focus TEXT NOT NULL, boxes TEXT NOT NULL, headings TEXT NOT NULL,
      value TEXT, high TEXT, unit TEXT, printed TEXT, normalized TEXT, normalized_high TEXT, normalized_unit TEXT,
      inferred INTEGER, qualifier TEXT, ambiguous TEXT, name TEXT NOT NULL, year TEXT NOT NULL, year_from TEXT,
      boundary TEXT NOT NULL, place TEXT NOT NULL, score INTEGER NOT NULL,
      PRIMARY KEY(basis, question, rank)) STRICT, WITHOUT ROWID;
    -- Rules whose regular expression had to be stopped.
    CREATE TABLE abandoned(
      basis INTEGER NOT NULL, question INTEGER NOT NULL, rule TEXT NOT NULL, page INTEGER NOT NULL,
      PRIMARY KEY(basis, question, rule)) STRICT, WITHOUT ROWID;
    -- Of which bases all questions of a sheet are answered.
    CREATE TABLE answered(
      basis INTEGER NOT NULL, sheet INTEGER NOT NULL, PRIMARY KEY(basis, sheet)) STRICT, WITHOUT ROWID;

    -- How a run left a document. The archive after a run is the last reading of each document up to it.
    CREATE TABLE readings(
      run INTEGER NOT NULL REFERENCES runs, document INTEGER NOT NULL REFERENCES documents,
      basis INTEGER NOT NULL REFERENCES bases, sheet INTEGER NOT NULL REFERENCES sheets, outcome TEXT NOT NULL,
      PRIMARY KEY(run, document)) STRICT, WITHOUT ROWID;
    CREATE INDEX readings_by_document ON readings(document, run);
    -- Files of which a run could not even get the bytes.
    CREATE TABLE problems(
      run INTEGER NOT NULL REFERENCES runs, path TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
      PRIMARY KEY(run, path)) STRICT, WITHOUT ROWID;
    -- Documents that a run is at work on.
    CREATE TABLE claims(document INTEGER PRIMARY KEY REFERENCES documents, run INTEGER NOT NULL) STRICT;
    """

  private static let marks = """
    -- Nanoseconds since 1970 of the last change of anything about the file, and its number in its file system.
    ALTER TABLE paths ADD COLUMN changed INTEGER;
    ALTER TABLE paths ADD COLUMN inode INTEGER;
    """

  private static let ratings = """
    -- Which questions a run's rule book puts to the documents of each industry; '' stands for none known. What a later
    -- program would make of the book is not the question: this is what was asked.
    CREATE TABLE run_sheets(
      run INTEGER NOT NULL REFERENCES runs, industry TEXT NOT NULL, sheet INTEGER NOT NULL REFERENCES sheets,
      PRIMARY KEY(run, industry)) STRICT, WITHOUT ROWID;
    -- A killed run ends when it is noticed, so that every run that is over has a time by which it was.
    UPDATE runs SET ended = (SELECT min(later.started) FROM runs later WHERE later.id > runs.id)
    WHERE ending = 'killed' AND ended IS NULL;

    -- The ledger of material events: each line adds an event or says more of one. Lines are never changed or taken away.
    CREATE TABLE ledger(
      line INTEGER PRIMARY KEY, time TEXT NOT NULL, who TEXT NOT NULL, event TEXT NOT NULL, what TEXT NOT NULL,
      body TEXT NOT NULL) STRICT;
    CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger BEGIN SELECT raise(ABORT, 'the ledger is only added to'); END;
    CREATE TRIGGER ledger_keeps BEFORE DELETE ON ledger BEGIN SELECT raise(ABORT, 'the ledger is only added to'); END;

    -- Which companies are expected, and what is known of them from elsewhere; of each the last step counts.
    CREATE TABLE companies(
      ticker TEXT NOT NULL, step INTEGER NOT NULL, time TEXT NOT NULL, name TEXT NOT NULL, industry TEXT,
      activities TEXT, expected INTEGER NOT NULL, PRIMARY KEY(ticker, step)) STRICT, WITHOUT ROWID;

    -- Rounds that were closed: what they rested on, what came out, and the digest of both.
    CREATE TABLE rounds(
      round TEXT PRIMARY KEY, closed TEXT NOT NULL, who TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs,
      book INTEGER NOT NULL REFERENCES books, line INTEGER NOT NULL, program TEXT NOT NULL, body BLOB NOT NULL,
      seal TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TRIGGER rounds_stay BEFORE UPDATE ON rounds BEGIN SELECT raise(ABORT, 'a closed round stays'); END;
    CREATE TRIGGER rounds_keep BEFORE DELETE ON rounds BEGIN SELECT raise(ABORT, 'a closed round stays'); END;
    """

  private static let reviews = """
    -- What an answer says, as a number, without where it stands in its text: two readings of a report are compared by
    -- these. Answers of before this step have none.
    ALTER TABLE answers ADD COLUMN print INTEGER;

    -- What reviewers decided, step by step: what an earlier step said is taken back by a later one, never changed.
    -- The document is named by its bytes, so that a decision outlives whatever was read out of them.
    CREATE TABLE decisions(
      step INTEGER PRIMARY KEY, time TEXT NOT NULL, who TEXT NOT NULL, document TEXT NOT NULL, item TEXT NOT NULL,
      what TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE INDEX decisions_by_document ON decisions(document, item);
    CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT raise(ABORT, 'decisions stay'); END;
    CREATE TRIGGER decisions_keep BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'decisions stay'); END;

    -- What was reckoned before, by a digest of all that it was reckoned from: it can be emptied at any time. The oldest
    -- have the lowest numbers.
    CREATE TABLE memory(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body BLOB NOT NULL) STRICT;
    """
}
