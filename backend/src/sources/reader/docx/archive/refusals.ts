export const DAMAGED =
  'The Word file is damaged or breaks off before its end. Open it in Word and save it anew, or ' +
  'download it again.';
