/** Short marks of options, for pictures in which a name would not fit. */

export type OptionNames = {
  /** Of every option a letter, or its name where all names are as short as that. */
  mark: (option: string) => string;
  name: (option: string) => string;
  /** Mark and name together, or the name alone where they are the same. */
  full: (option: string) => string;
};

const shortMax = 3;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Names and marks in the order of the options; `labels` are the words that the ballot shows for them. */
export function optionNames(options: readonly string[], labels: Readonly<Record<string, string>>): OptionNames {
  const name = (option: string) => labels[option] ?? option;
  const areShort = options.every((option) => name(option).length <= shortMax);
  const mark = (option: string) => {
    const index = options.indexOf(option);
    return areShort ? name(option) : (letters[index] ?? String(index + 1));
  };
  const full = (option: string) => (areShort ? name(option) : `${mark(option)} · ${name(option)}`);
  return { mark, name, full };
}
