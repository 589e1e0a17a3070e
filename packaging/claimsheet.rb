# The formula for Homebrew. `packaging/fill` puts in version, address and checksums, for a tap of the project's own.
class Claimsheet < Formula
  desc "Turns a draft article into a fact-check worksheet, offline"
  homepage "{{repository}}"
  version "{{version}}"
  license "MIT"

  on_macos do
    on_arm do
      url "{{repository}}/releases/download/v{{version}}/claimsheet-aarch64-apple-darwin.tar.gz"
      sha256 "{{sha256:aarch64-apple-darwin.tar.gz}}"
    end
    on_intel do
      url "{{repository}}/releases/download/v{{version}}/claimsheet-x86_64-apple-darwin.tar.gz"
      sha256 "{{sha256:x86_64-apple-darwin.tar.gz}}"
    end
  end

  on_linux do
    on_arm do
      url "{{repository}}/releases/download/v{{version}}/claimsheet-aarch64-unknown-linux-musl.tar.gz"
      sha256 "{{sha256:aarch64-unknown-linux-musl.tar.gz}}"
    end
    on_intel do
      url "{{repository}}/releases/download/v{{version}}/claimsheet-x86_64-unknown-linux-musl.tar.gz"
      sha256 "{{sha256:x86_64-unknown-linux-musl.tar.gz}}"
    end
  end

  def install
    bin.install "claimsheet"
    generate_completions_from_executable(bin/"claimsheet", "completions")
    (man1/"claimsheet.1").write Utils.safe_popen_read(bin/"claimsheet", "man")
  end

  test do
    (testpath/"draft.md").write "The quay opened in 1931 and cost $3 million.\n"
    system bin/"claimsheet", "make", "draft.md"
    assert_match "in 1931", (testpath/"draft.worksheet.md").read
  end
end
