// summary: System.Threading.Lock where there is one and nobody needs a Monitor
// project: library
// fix: Lock on a private gate
namespace Shop
{
    #region Types
    public class Counter
    {
        #region Fields
        private readonly Lock m_gate = new();

        /// <summary>How often.</summary>
        private int m_count;
        #endregion

        public int Next() { lock (m_gate) return ++m_count; }
    }
    #endregion

    public class Pulse
    {
        private readonly object _gate = new();

        public void Wait() { lock (_gate) Monitor.Wait(_gate); }
    }

    public class Sequence
    {
        private readonly object _gate = new();

        public IEnumerable<int> Values()
        {
            lock (_gate) { yield return 1; }
        }
    }
}
