/** What a label is on the screen. Tests look for the label as that kind of control. */
export type LabelKind = 'button' | 'link' | 'field' | 'choice' | 'heading' | 'value' | 'typed';
export type Label = { readonly text: string; readonly kind: LabelKind };

export const button = (text: string): Label => ({ text, kind: 'button' });
export const link = (text: string): Label => ({ text, kind: 'link' });
export const field = (text: string): Label => ({ text, kind: 'field' });
export const choice = (text: string): Label => ({ text, kind: 'choice' });
export const heading = (text: string): Label => ({ text, kind: 'heading' });
export const value = (text: string): Label => ({ text, kind: 'value' });
export const typed = (text: string): Label => ({ text, kind: 'typed' });
