import { Link, useLocation } from "wouter";

/** Parts of one screen, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: { path: string; label: string }[] }) {
  const [path] = useLocation();
  return (
    <nav className="tabs-links" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.path} href={tab.path} aria-current={tab.path === path ? "page" : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
