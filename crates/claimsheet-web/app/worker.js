// The worker: holds the WebAssembly, and answers one call after the other. What it says on the way is progress.

const { Draft, abilities, exportReviews, importAnswers, initSync, recognise } = claimsheet;

/** The draft of the last calls, as reading and analysing it takes longest. */
let last = { key: undefined, draft: undefined };

/** A draft that was handed in: read, with the reporter's documents. */
function draftOf({ key, name, bytes, options, evidence }, tell) {
  if (last.key !== key || !last.draft) {
    last.draft?.free();
    last = { key: undefined, draft: undefined };
    tell(`Reading ${name === "-" ? "the text" : name} …`);
    const draft = new Draft(name, new Uint8Array(bytes), options);
    if (evidence?.length) {
      tell("Reading the reporter’s documents …");
      draft.handIn(evidence.map((file) => ({ name: file.name, bytes: new Uint8Array(file.bytes) })));
    }
    last = { key, draft };
  }
  return last.draft;
}

const calls = {
  abilities: () => abilities(),
  recognise: ({ name, bytes }) => recognise(name, new Uint8Array(bytes)),
  importAnswers: ({ sheet, bytes, prefer, options }) => importAnswers(sheet, new Uint8Array(bytes), prefer, options),
  exportReviews: ({ sheet, format, options }) => exportReviews(sheet, format, options),

  /** The sheets of all articles in a draft; `sheets` are those that people worked on. */
  make({ sheets = [], ...draft }, tell) {
    const read = draftOf(draft, tell);
    const old = new Map(sheets.map((sheet) => [read.articleOf(sheet) ?? 0, sheet]));
    const made = [];
    for (let article = 0; article < read.articles; article += 1) {
      const which = read.articles > 1 ? ` (${article + 1} of ${read.articles})` : "";
      tell(`Finding claims${which} …`, (article + 0.5) / read.articles);
      made.push({ article, ...read.sheet(article, old.get(article)) });
    }
    return made;
  },

  /** The page of an article with its sheet. */
  page({ article, sheet, ...draft }, tell) {
    const read = draftOf(draft, tell);
    tell("Laying out the page …");
    return new TextDecoder().decode(read.render(article, "html", sheet));
  },

  render({ article, sheet, format, ...draft }, tell) {
    const read = draftOf(draft, tell);
    tell("Writing …");
    return { name: read.fileName(article, format), bytes: read.render(article, format, sheet) };
  },
};

/** The letters of Z85, by the numbers that they stand for. */
const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

/** The bytes that a text in Z85 stands for, four for five letters; before it stands how many of the last are none. */
function bytesOf(text) {
  const numbers = new Uint8Array(128);
  for (let at = 0; at < LETTERS.length; at += 1) numbers[LETTERS.charCodeAt(at)] = at;
  const bytes = new DataView(new ArrayBuffer(((text.length - 1) / 5) * 4));
  for (let from = 1, to = 0; from < text.length; from += 5, to += 4) {
    let number = 0;
    for (let at = from; at < from + 5; at += 1) number = number * 85 + numbers[text.charCodeAt(at)];
    bytes.setUint32(to, number);
  }
  return new Uint8Array(bytes.buffer, 0, bytes.byteLength - Number(text[0]));
}

/** The code, compiled: it is unpacked here, as the page is to be used meanwhile. */
async function compiled(packed) {
  const unpacked = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
}

/** Takes up the code, and gives it back compiled for the next worker. */
async function begin(code) {
  try {
    const module = typeof code === "string" ? await compiled(code) : code;
    initSync({ module });
    self.postMessage({ module });
  } catch (error) {
    self.postMessage({ error: error.message, isUseless: true });
  }
}

self.onmessage = ({ data: { id, call, given, code } }) => {
  const tell = (words, part) => self.postMessage({ id, words, part });
  if (code) return begin(code);
  try {
    self.postMessage({ id, result: calls[call](given, tell) });
  } catch (error) {
    const isTrap = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    self.postMessage({ id, error: isTrap ? "This draft is too much for the browser; the command line may read it." : error.message, isTrap });
  }
};
