/** The words of sealed and secret ballots, in English. */
export default {
  mode: {
    RECORDED: "Recorded: the committee sees positions as they are made",
    SEALED: "Sealed: only turnout shows until it is opened",
    SECRET: "Secret: positions are taken in an election outside, and only its result comes back",
  },
  who: {
    RECORDED: {
      label: "Recorded",
      sentence:
        "The committee sees each position, its reason and its seat as they are made; governments see them with the certified result.",
    },
    SEALED: {
      label: "Sealed",
      sentence:
        "Nobody reads a position before the holders of the key open the ballot after its close: not the committee, not the chair, not the secretariat. Until then this page shows how many seats took one, never which. The operator of the server can see who sent an envelope and when, not what is in it.",
      opened:
        "The holders of the key opened this ballot. The committee now sees each position, its reason and its seat.",
    },
    SECRET: {
      label: "Secret",
      sentence:
        "Positions are taken in an election outside. Nobody here ever reads one; only the counts come back. Who took part is known to that election alone.",
    },
  },
  follows: { unsealed: "Opened by the holders", by: "by", after: "72 h after the opening" },
  verdict: {
    open: "{{turnout}} of {{count}} seats have a position. Nobody can say how it stands.",
    sealed_one: "Closed with {{turnout}} of {{count}} seats. {{missing}} more share opens it.",
    sealed_other: "Closed with {{turnout}} of {{count}} seats. {{missing}} more shares open it.",
    ready: "Closed with {{turnout}} of {{count}} seats. Enough shares are in: a holder may open it now.",
    recused: "Recused openly: {{seats}}.",
    until: "Void if it is not opened by",
    void: "Void: its holders did not open it in 240 hours. Nobody learned a position, and the candidate is ready again.",
    voidOther: "Void before it was opened. Nobody learned a position.",
  },
  form: {
    title: "Your sealed position",
    noteSeat:
      "{{seat}}, on version {{version}}. Your browser seals word and reason before anything is sent. You may replace it until the close.",
    noteSeatPlain:
      "{{seat}}. Your browser seals word and reason before anything is sent. You may replace it until the close.",
    has: "You have a sealed position, number {{sequence}}:",
    forget: "Nobody can show you what it says, this page neither.",
    reason: "Reason",
    reasonHint:
      "Sealed with the word; read by the committee after the opening. No needs one: without a reason it is not counted.",
    button: "Seal and take position",
    working: "Sealing …",
    script:
      "A sealed position is sealed in your browser, and that needs script; with script off only a recusal can be made.",
    word: "Choose a word first.",
    needsReason: "No needs a reason: when the ballot is opened, a no without one is refused and does not count.",
    tooLong: "The reason is {{count}} bytes too long for the envelope. Shorten it.",
    recuse: "Recuse my seat instead",
    recuseNote: "A recusal is never sealed. It shows at once, with its reason, and is final.",
    recuseButton: "Recuse openly",
  },
  key: {
    title: "Hold a share of the key",
    note: "A sealed ballot is opened by several holders together. To be named as one, make a key in this browser.",
    have: "Your key is registered. If this browser does not hold it, load the file that you kept.",
    passphrase: "Passphrase for the key file",
    passphraseHint: "At least 12 characters. The file lets another device serve if this one is lost.",
    make: "Make my key and keep its file",
    again: "Make another key",
    load: "Load my key file",
    file: "Key file",
    loadButton: "Load into this browser",
    loaded: "This browser holds the key now.",
    unreadable: "This is no key file, or the passphrase is another.",
    short: "The passphrase has {{count}} characters; it needs 12.",
    working: "Working …",
  },
  draft: {
    title: "Seal this ballot",
    note: "Positions are then sealed in the browsers, and so many of the holders you name open them after the close. No delegation may hold two shares, and more than half are needed.",
    sealed: "Name the holders anew",
    holders: "Holders",
    noKey: "no key yet",
    needed: "Shares that open it",
    button: "Seal to these holders",
    giveTitle: "Give out the key",
    giveNote:
      "This browser makes the ballot's key, splits it, and seals each share to its holder. The private key is forgotten at once; who does this must be trusted not to have kept it.",
    give: "Make the key and give its shares",
    giveAgain: "Make a new key and give its shares anew",
    working: "Making the key …",
  },
  holders: {
    title: "Holders of the key",
    note: "{{needed}} of {{count}} open it",
    waiting: "no share yet",
    given: "has not confirmed",
    confirmed: "confirmed",
    submitted: "handed in",
    yours: "your share",
  },
  share: {
    title: "Your share of the key",
    confirmNote: "Open your share here, so that it is known to open before anybody relies on it.",
    confirm: "Open and confirm my share",
    confirmed: "You have confirmed your share, number {{number}}. Keep your key until the ballot is opened.",
    submitNote:
      "The ballot has closed. Your browser opens your share and hands it in; with enough shares the ballot is opened.",
    submit: "Hand in my share",
    submitted: "Your share, number {{number}}, is handed in.",
    notGiven: "You are named as a holder. The key has not been given out yet.",
    noKey:
      "This browser does not hold the key that your share was sealed to. Load your key file, or use the browser in which you made it.",
    broken: "Your share does not open with your key. Tell the chair: the shares must be given anew.",
    working: "Opening …",
  },
  open: {
    title: "Open the ballot",
    note: "Your browser combines the shares and opens every position; the server does the same, and the result stands only if both read the same.",
    button: "Open all positions",
    working: "Opening {{count}} positions …",
    noKey: "The shares that were handed in do not give the key of this ballot.",
    failed: "The envelopes could not be loaded. Try again.",
    read: "Read in this browser",
    unreadable: "does not read, and counts for nothing",
  },
  transcript: {
    title: "How it was opened",
    sentence:
      "Opened with the shares of the holders. The export holds key, shares and envelopes, so that anybody can open them again.",
    hash: "Hash of what was read",
  },
  secret: {
    title: "Election outside",
    makeNote:
      "A straw poll may be secret: its positions are then taken in a Belenios election, and only the result comes back.",
    make: "Make this ballot secret",
    export: "Download what the election is set up from",
    exportNote:
      "Question, answers and the size of the roll, as a Belenios template. Give one credential to each seat of the roll.",
    waits: "The ballot closes at its time; its result is then brought back here.",
    recordTitle: "Bring the result back",
    url: "Address of the election",
    fingerprint: "Fingerprint of the election",
    ballots: "Ballots accepted",
    result: "The file result.json",
    resultHint: "Paste it whole. The election's own check must have verified it.",
    record: "Record this result",
    counts: "Result",
    countLine: "{{name}}: {{count}}",
    blank: "Blank",
    silent: "Did not take part",
    verify: "Verify it in the election",
  },
} as const;
