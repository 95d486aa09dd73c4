/** Something of the text that points to nothing or cannot be read; it is printed as it is written. */
export interface ModelFinding {
  kind: 'unknown_reference' | 'repeated_label' | 'missing_image' | 'unreadable_formula';
  /** As it is written in the text. */
  text: string;
  /** The heading that it stands under. */
  where: string;
}
