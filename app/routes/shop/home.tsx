export default function Home() {
  return <main id="main"><h1>同田</h1></main>
}
