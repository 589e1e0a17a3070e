/** Options of a run: those of `claimsheet make`, by the names that they have in claimsheet.toml. */
export interface MakeOptions {
  /** What the draft is written in; left out, it is told by name and content. */
  from?: string;
  /** What text is encoded in; left out, its bytes tell. */
  encoding?: string;
  /** Read the text as it was before tracked changes. */
  original?: boolean;
  maxBytes?: number;
  maxDepth?: number;
  /** The headline, where the draft does not say. */
  title?: string;
  author?: string;
  /** Day of publication, as 2026-03-03, against which "last Friday" is resolved. */
  published?: string;
  /** Where the article is or will be published. */
  url?: string;
  /** Who checks. */
  checker?: string;
  /** How much the sheet says. */
  layout?: "short" | "full";
  sort?: "text" | "priority";
  /** Leave out claims below this priority; the sheet says which. */
  minPriority?: "low" | "medium" | "high";
  noLinks?: boolean;
  exactWords?: boolean;
  private?: boolean;
  /** What a row of csv and xlsx is. */
  rows?: "claims" | "facts";
  /** For which program csv and xlsx are. */
  preset?: string;
  /** Bring back entries that were deleted from the sheet. */
  restore?: boolean;
  /** The sheet names another draft, which was renamed. */
  renamed?: boolean;
  /** The text of the house's claimsheet.toml. */
  house?: string;
  /** The texts of the files of sources that it names, by name. */
  houseFiles?: Record<string, string>;
}

/** A document of the reporter's. */
export interface EvidenceFile {
  /** Its path within the folder. */
  name: string;
  bytes: Uint8Array;
}

export interface MadeSheet {
  /** The sheet, in Markdown. */
  text: string;
  /** The name of its file beside the draft. */
  file: string;
  /** Which of the several articles of the draft it is of. */
  part: string | null;
  title: string | null;
  /** How many claims there are, and what to settle first, in a line. */
  summary: string;
  claims: number;
  /** What became of the claims, where there was a sheet to merge into. */
  changes: { kept: number; edited: number; new: number; withdrawn: number; dropped: number; told: string } | null;
  /** What was left out, or could not be followed. */
  warnings: string[];
}

export interface Answered {
  /** The sheet with the answers. */
  text: string;
  filled: number;
  ticked: number;
  /** Fields in which the sheet and an answer say two things. */
  conflicts: { line: number; field: string; here: string; there: string }[];
  /** What else to look at. */
  notes: string[];
}

export interface Recognised {
  kind: "sheet" | "house" | "answers" | "draft";
  /** Of a sheet: the name of its draft. */
  draft: string | null;
  part: string | null;
}

export interface Abilities {
  version: string;
  formats: { name: string; about: string; suffix: string; isTable: boolean }[];
  readers: { name: string; about: string; extensions: string[] }[];
  presets: string[];
  exports: { name: string; extension: string }[];
}
