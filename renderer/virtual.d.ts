declare module 'virtual:licences' {
  const licences: readonly import('./licences').Licence[];
  export default licences;
}
