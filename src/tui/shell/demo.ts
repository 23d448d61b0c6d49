/** The demo, as the wizard knows it. */
export interface Demo {
  /** The folder with the sample files, as it is typed. */
  readonly samples: string;
}
