export function WorkbenchPage() {
  return <div />;
}
