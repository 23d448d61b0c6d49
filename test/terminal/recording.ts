/** The recording of the wizard in the README: which screens, and how long each is looked at. */
export const RECORDING = [
  { screen: '0-home', seconds: 2.5 },
  { screen: '1-type', seconds: 2 },
  { screen: '2-environment', seconds: 3 },
  { screen: '3-path', seconds: 2 },
  { screen: '4-file', seconds: 3.5 },
  { screen: '5-map', seconds: 3.5 },
  { screen: '6-preview', seconds: 5 },
  { screen: '6-preview-row', seconds: 4 },
  { screen: '7-confirm', seconds: 4 },
  { screen: '8-result', seconds: 4 },
] as const;

/** What is shown where nothing moves. */
export const STILL = '6-preview';
