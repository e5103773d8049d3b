/** What need not be made again when the same project is opened once more: for whoever keeps on looking at it. */
import { readRecordFile, type FileReading } from '../records/index.js';
import { SourceMemory, type Source } from '../shapes/index.js';
import { readCodeTags, type CodeTag } from '../trace/index.js';

export class ProjectMemory {
  readonly #tags = new SourceMemory<readonly CodeTag[]>();
  readonly #readings = new SourceMemory<FileReading>();
  #prefixes = '';

  tagsIn(source: Source): readonly CodeTag[] {
    return this.#tags.of(source, readCodeTags);
  }

  /** @param prefixes of the project's own, on which every reading rests */
  readerWith(prefixes: ReadonlyMap<string, string>): (source: Source) => FileReading {
    const words = JSON.stringify([...prefixes]);
    if (words !== this.#prefixes) this.#readings.forgetAll();
    this.#prefixes = words;
    return (source) => this.#readings.of(source, (one) => readRecordFile(one, { prefixes }));
  }

  /** The project was read; what nobody asked for is gone from it. */
  turnOver(): void {
    this.#tags.turnOver();
    this.#readings.turnOver();
  }
}
